/** to fill */
export const panelWords: Readonly<Record<string, string>> = {};
