/**
 * How the build imports a part of this page, instead of Vite's own way: the styles beside the code, and where a try failed
 * under another address, because a browser does not ask again for a module that it could not load.
 */
const tries = new Map<string, number>();

function addStyles(address: string): Promise<unknown> {
  return new Promise((loaded, failed) => {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    link.onload = loaded;
    link.onerror = () => {
      link.remove();
      failed(new Error(address));
    };
    document.head.append(link);
  });
}

/** `files`: the code of the part and its styles, relative to `importer`. Vite calls it by this name. */
export async function __vitePreload<Part>(load: () => Promise<Part>, files: readonly string[] = [], importer = ''): Promise<Part> {
  const [code = '', ...styles] = files;
  const tried = tries.get(code) ?? 0;
  tries.set(code, tried + 1);
  const address = (file: string) => new URL(file, importer).href + (tried ? `?${tried}` : '');
  const [part] = await Promise.all([
    tried ? (import(/* @vite-ignore */ address(code)) as Promise<Part>) : load(),
    ...styles.map((file) => addStyles(address(file))),
  ]);
  return part;
}
