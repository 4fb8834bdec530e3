import { attribute, child, children, numberAttribute } from './xml';
import type { XmlNode } from './xml';

/** The indexed colours of old files (ECMA-376 part 1, 18.8.27), from index 8. */
const INDEXED =
  '000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF800000008000000080808000800080008080C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF800080800000008080000000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696003366339966003300333300993300993366333399333333';

/** Office's theme colours, for files without a theme. */
const OFFICE_THEME = [
  'FFFFFF',
  '000000',
  'E7E6E6',
  '44546A',
  '4472C4',
  'ED7D31',
  'A5A5A5',
  'FFC000',
  '5B9BD5',
  '70AD47',
  '0563C1',
  '954F72',
];

/** The order in which `theme="n"` counts; light and dark are swapped against the theme's own order. */
const THEME_NAMES = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

/** The colours of a theme part, by index. */
export function readTheme(theme: XmlNode | undefined): readonly string[] {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  if (!scheme) return OFFICE_THEME;
  return THEME_NAMES.map((name, i) => {
    const color = child(scheme, name);
    const [rgb] = children(color, 'srgbClr');
    const [system] = children(color, 'sysClr');
    return attribute(rgb, 'val') ?? attribute(system, 'lastClr') ?? OFFICE_THEME[i] ?? '000000';
  });
}

/** A colour element as `#RRGGBB`; undefined for automatic. */
export function readColor(node: XmlNode | undefined, theme: readonly string[]): string | undefined {
  if (!node) return undefined;
  const rgb = attribute(node, 'rgb');
  const themed = numberAttribute(node, 'theme');
  const indexed = numberAttribute(node, 'indexed');
  let hex: string | undefined;
  if (rgb !== undefined && rgb.length >= 6) hex = rgb.slice(-6);
  else if (themed !== undefined) hex = theme[themed];
  else if (indexed !== undefined) hex = indexedColor(indexed);
  if (hex === undefined || !/^[0-9a-f]{6}$/i.test(hex)) return undefined;
  return `#${tint(hex, numberAttribute(node, 'tint') ?? 0).toUpperCase()}`;
}

function indexedColor(index: number): string | undefined {
  // 0 to 7 repeat 8 to 15; 64 and 65 are the system's.
  const at = (index < 8 ? index : index - 8) * 6;
  return at + 6 <= INDEXED.length ? INDEXED.slice(at, at + 6) : undefined;
}

/** Lightens (positive) or darkens (negative) each channel: close to Excel's change of luminance. */
function tint(hex: string, amount: number): string {
  if (amount === 0) return hex;
  const channel = (at: number) => {
    const value = parseInt(hex.slice(at, at + 2), 16);
    const tinted = amount < 0 ? value * (1 + amount) : value + (255 - value) * amount;
    return Math.round(tinted).toString(16).padStart(2, '0');
  };
  return channel(0) + channel(2) + channel(4);
}
