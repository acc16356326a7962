const token = (name: string) =>
  getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const pixels = (name: string) => Number.parseFloat(token(name));

/**
 * The theme of antd, computed from tokens.css: there is no second place with a color in it. It is
 * plain values without an import of antd, so that nothing of antd comes to the citizens by it; that
 * the values fit is checked where desk and designer hand them over.
 */
export function antdTheme() {
  return {
    token: {
      colorPrimary: token('--action'),
      colorPrimaryHover: token('--action-hover'),
      colorPrimaryActive: token('--action-press'),
      colorLink: token('--action'),
      colorLinkHover: token('--action-hover'),
      colorText: token('--ink'),
      colorTextSecondary: token('--ink-second'),
      colorTextTertiary: token('--ink-second'),
      colorTextDescription: token('--ink-second'),
      colorTextPlaceholder: token('--ink-hint'),
      colorError: token('--lamp-overdue'),
      colorWarning: token('--lamp-due-soon'),
      colorSuccess: token('--lamp-in-time'),
      colorInfo: token('--action'),
      colorBgLayout: token('--page'),
      colorBgContainer: token('--card'),
      colorBorder: token('--line-control'),
      colorBorderSecondary: token('--line'),
      controlItemBgActive: token('--action-soft'),
      borderRadius: pixels('--radius-control'),
      borderRadiusLG: pixels('--radius-card'),
      boxShadowSecondary: token('--shadow-float'),
      fontFamily: token('--face'),
      fontSize: 14,
      controlHeight: 36,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.12s',
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Tabs: { horizontalItemPadding: '10px 0', horizontalItemGutter: 24 },
    },
  };
}
