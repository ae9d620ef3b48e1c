let drawn = 0;

/** A drawing refers to its clips and gradients by id. The same one may stand on a page several times, so each gets ids of its own. */
export function ownIds(svg: string): string {
  drawn += 1;
  return svg.replace(/( id="|url\(#)([^")]+)/g, `$1$2-${drawn}`);
}
