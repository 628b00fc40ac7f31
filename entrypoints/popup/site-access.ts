import { browser } from 'wxt/browser';
import type { Browser } from 'wxt/browser';
import type { GivenSite, SitePorts, Sites } from '../../components/popup/site-ports';
import { fitsPattern } from '../../page/readers/match-patterns';
import { EVERYWHERE, grantedPatterns, isEverywhere, manifestPatterns, sitePattern } from '../sites/granted';

type CurrentTab = () => Promise<Browser.tabs.Tab | null>;

/** The questions of our pages about sites, put to the browser's permissions: what is given or taken back there is all that is kept. */
export function siteAccess(tab: CurrentTab): SitePorts {
  let here: string | null = null;
  return {
    sites: async () => {
      const address = (await tab())?.url;
      here = sitePattern(address);
      return sitesAt(address);
    },
    // Asked in the turn of the click: Firefox refuses after an `await`. What is offered is the site that was told of last.
    giveSite: (which) => ask(which === 'everywhere' ? EVERYWHERE : here === null ? [] : [here]),
    takeBack: async (which) => {
      const patterns =
        which === 'everywhere' ? (await grantedPatterns()).filter(isEverywhere) : [which.pattern];
      return takeBack(patterns);
    },
  };
}

async function sitesAt(address: string | undefined): Promise<Sites> {
  const patterns = await grantedPatterns().catch(() => []);
  const given = patterns.filter((pattern) => !isEverywhere(pattern)).map(givenSite);
  const everywhere = patterns.some(isEverywhere);
  const site = sitePattern(address);
  if (site === null || address === undefined) return { here: null, everywhere, given };
  const fits = (pattern: string) => fitsPattern(address, pattern);
  const own = given.find(({ pattern }) => fits(pattern)) ?? null;
  const standing = manifestPatterns().some(fits) ? 'known' : everywhere || own ? 'given' : 'other';
  return { here: { host: givenSite(site).host, standing, given: own }, everywhere, given };
}

/** `*.` at the start of a host, which browsers' settings may put there, says nothing to people. */
function givenSite(pattern: string): GivenSite {
  return { pattern, host: pattern.replace(/^[^/]*\/\/(?:\*\.)?/, '').replace(/\/.*$/, '') };
}

async function ask(patterns: readonly string[]): Promise<boolean> {
  if (patterns.length === 0) return false;
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch {
    // A pattern that this browser has no word for, as of an IPv6 address.
    return false;
  }
}

async function takeBack(origins: string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins });
  } catch {
    // What an administrator gave cannot be given back.
    return false;
  }
}
