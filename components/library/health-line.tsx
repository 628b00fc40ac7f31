import { useEffect, useState } from 'preact/hooks';
import type { Health } from '../../core/health';
import { HealthBanner } from '../popup/bars';
import type { Answer } from '../popup/ports';

/** Says above the page what the popup says too: that nothing can be kept or read here, and why. Nothing when all is well. */
export function HealthLine({ onAsk }: { readonly onAsk: () => Promise<Answer<Health>> }) {
  const [health, setHealth] = useState<Health | null>(null);
  useEffect(() => {
    void onAsk().then((answer) => setHealth(answer.ok ? answer.value : null));
  }, []);
  return <HealthBanner health={health} />;
}
