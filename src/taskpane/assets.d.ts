/** Files that webpack turns into addresses. */
declare module '*.ttf' {
  const address: string;
  export default address;
}
declare module '*.css';
/** Loaded ahead of the PDF's library, which it is a part of; nothing here calls it. */
declare module 'fontkit';
