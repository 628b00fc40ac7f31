const SUMMARY_BARS = ['100%', '96%', '64%'];
/** Titles of kin are one or two lines long, about evenly. */
const KIN_BARS = [['98%', '32%'], ['74%'], ['94%', '20%']];

/** The card's shape before its facts: the same rows at the same heights, so that it does not jump when they come. */
export function CardLoading() {
  return (
    <div class="pk-skeleton" aria-hidden="true">
      <p class="pk-byline">
        <Bar width="62%" />
      </p>
      <div class="pk-summary">
        {SUMMARY_BARS.map((width) => (
          <Bar key={width} width={width} />
        ))}
      </div>
      <div class="pk-kin">
        <p class="pk-label">
          <Bar width="24px" />
        </p>
        {KIN_BARS.map((widths) => (
          <div class="pk-kin-button" key={widths[0]}>
            <span class="pk-kin-title">
              {widths.map((width) => (
                <Bar key={width} width={width} />
              ))}
            </span>
            <span class="pk-reason">
              <Bar width="46%" />
            </span>
          </div>
        ))}
      </div>
      <div class="pk-actions">
        <Bar width="72px" />
      </div>
      <p class="pk-foot">
        <Bar width="70%" />
      </p>
    </div>
  );
}

function Bar({ width }: { readonly width: string }) {
  return <span class="pk-bar" style={{ width }} />;
}
