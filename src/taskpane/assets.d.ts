/** Files that webpack turns into addresses. */
declare module '*.ttf' {
  const address: string;
  export default address;
}
declare module '*.css';
