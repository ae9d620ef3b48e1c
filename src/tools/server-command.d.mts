/** For the tests, which start the server as `npm start` does. */
export declare const serverCommand: { args: string[]; env: Record<string, string> };
