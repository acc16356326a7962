/** to fill */
export const canvasWords: Readonly<Record<string, string>> = {};
