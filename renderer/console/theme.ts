import type { ThemeConfig } from 'antd'

/** The component library in the colours and faces of renderer/theme/tokens.css, which stay the one place of them. */
export function consoleTheme(): ThemeConfig {
  const tokens = getComputedStyle(document.documentElement)
  const token = (name: string): string => tokens.getPropertyValue(name).trim()
  const ink = token('--ink')
  const soft = token('--ink-soft')
  return {
    // Component styles come from antd.css: a strict policy allows no inline style elements.
    zeroRuntime: true,
    token: {
      colorPrimary: token('--navy'),
      colorLink: token('--navy'),
      colorInfo: token('--navy'),
      colorError: token('--seal'),
      colorSuccess: token('--good'),
      colorWarning: '#8a5a00',
      // The library would mix these from the ink: grey where a note should be light.
      colorInfoBg: token('--navy-soft'),
      colorErrorBg: token('--seal-soft'),
      colorSuccessBg: token('--good-soft'),
      colorWarningBg: '#faf3e1',
      colorTextBase: ink,
      colorText: ink,
      colorTextSecondary: soft,
      colorTextTertiary: soft,
      colorTextDescription: soft,
      colorTextQuaternary: '#5f6a75',
      colorTextPlaceholder: '#5f6a75',
      colorTextDisabled: '#6b7580',
      colorBgLayout: token('--paper'),
      colorBorder: '#b9b3a4',
      colorBorderSecondary: token('--line'),
      colorInfoBorder: '#b9cadb',
      colorWarningBorder: '#dcc48f',
      colorErrorBorder: '#ddb3af',
      colorSuccessBorder: '#b3d0bf',
      // What is chosen in an open list: the library would mix a grey from the ink.
      controlItemBgActive: token('--navy-soft'),
      controlItemBgActiveHover: token('--navy-soft'),
      borderRadius: 4,
      fontFamily: token('--face'),
      fontFamilyCode: token('--face-mono'),
      fontSize: 14,
      controlHeight: 34,
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
  }
}
