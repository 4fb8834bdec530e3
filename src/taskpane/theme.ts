import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';

/** Sixteen steps round our green; step 80 carries white text at more than 4.5:1. */
const brand: BrandVariants = {
  10: '#020403',
  20: '#0A1B16',
  30: '#0B2E25',
  40: '#0B3B30',
  50: '#0B493B',
  60: '#0B5846',
  70: '#0B6A53',
  80: '#12775F',
  90: '#2B866F',
  100: '#42957F',
  110: '#5AA48F',
  120: '#72B3A0',
  130: '#8BC3B1',
  140: '#A4D2C3',
  150: '#BEE1D5',
  160: '#D9F0E8',
};

export type Mode = 'light' | 'dark' | 'contrast';

const dark = createDarkTheme(brand);
// The stock dark brand foreground is too dim for 4.5:1 on the pane's background.
dark.colorBrandForeground1 = brand[120];
dark.colorBrandForeground2 = brand[130];

/** Text in parts of the root's size: who has the browser write larger reads larger text here, too. */
const inRem = (theme: Theme): Theme => ({
  ...theme,
  ...Object.fromEntries(
    Object.entries(theme).flatMap(([token, value]) => {
      const pixels = /^(?:fontSize|lineHeight)/.test(token)
        ? /^([\d.]+)px$/.exec(String(value))?.[1]
        : undefined;
      return pixels === undefined ? [] : [[token, `${Number(pixels) / 16}rem`]];
    }),
  ),
});

export const themes: Readonly<Record<Mode, Theme>> = {
  light: inRem(createLightTheme(brand)),
  dark: inRem(dark),
  contrast: inRem(teamsHighContrastTheme),
};
