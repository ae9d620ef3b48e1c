const EYE_LINES = '<path d="M6 32C16 17 48 17 58 32C48 47 16 47 6 32Z"/><circle cx="32" cy="32" r="9"/>';
export const EYE = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="currentColor" stroke-width="5" stroke-linejoin="round" focusable="false">${EYE_LINES}</svg>`;
