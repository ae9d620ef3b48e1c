import qrcode from 'qrcode-generator';
import { colours } from '../art/tokens.ts';

/** Scanners ask for so many quiet modules on each side. */
const QUIET = 4;

/** The dark modules as a path, in a square of so many modules a side. */
export function qrModules(content: string): { side: number; path: string } {
  const code = qrcode(0, 'M');
  code.addData(content);
  code.make();
  const count = code.getModuleCount();
  let path = '';
  for (let row = 0; row < count; row += 1)
    for (let column = 0; column < count; column += 1) if (code.isDark(row, column)) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`;
  return { side: count + 2 * QUIET, path };
}

/** A QR code as a drawing. */
export function qr(content: string): string {
  const { side, path } = qrModules(content);
  return (
    `<svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges">` +
    `<rect width="${side}" height="${side}" fill="${colours.white}"/><path d="${path}" fill="${colours.ink}"/></svg>`
  );
}
