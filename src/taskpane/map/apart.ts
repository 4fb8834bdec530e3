/**
 * Colours as eyes see them in linear light: with normal vision, protanopia, deuteranopia and tritanopia (Machado,
 * Oliveira & Fernandes 2009, severity 1).
 */
const EYES: readonly (readonly (readonly [number, number, number])[])[] = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

/** How far two colours (`#rrggbb`) are apart for the eyes that tell them worst: OKLab × 100; 2 is just noticed. */
export function apart(a: string, b: string): number {
  const [first, second] = [linear(a), linear(b)];
  return Math.min(
    ...EYES.map((eye) => {
      const [p, q] = [okLab(seen(eye, first)), okLab(seen(eye, second))];
      return 100 * Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
    }),
  );
}

type Triple = readonly [number, number, number];

function linear(colour: string): Triple {
  const channel = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const dot = (row: Triple, [r, g, b]: Triple): number => row[0] * r + row[1] * g + row[2] * b;

function seen(eye: readonly Triple[], light: Triple): Triple {
  const [r = 0, g = 0, b = 0] = eye.map((row) => Math.min(1, Math.max(0, dot(row, light))));
  return [r, g, b];
}

/** Ottosson 2020. */
function okLab(light: Triple): Triple {
  const l = Math.cbrt(dot([0.4122214708, 0.5363325363, 0.0514459929], light));
  const m = Math.cbrt(dot([0.2119034982, 0.6806995451, 0.1073969566], light));
  const s = Math.cbrt(dot([0.0883024619, 0.2817188376, 0.6299787005], light));
  return [
    dot([0.2104542553, 0.793617785, -0.0040720468], [l, m, s]),
    dot([1.9779984951, -2.428592205, 0.4505937099], [l, m, s]),
    dot([0.0259040371, 0.7827717662, -0.808675766], [l, m, s]),
  ];
}
