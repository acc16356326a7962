/** to fill */
export const decisionWords: Readonly<Record<string, string>> = {};
