/** A small drawing of the page that comes out of it all: paper is white in every theme. */
export const PagePicture = () => (
  <svg className="page-picture" viewBox="0 0 84 119" aria-hidden focusable="false">
    <rect x="0.5" y="0.5" width="83" height="118" rx="2" fill="#ffffff" stroke="#c7c7c7" />
    <path d="M6 9h37" stroke="#333333" strokeWidth="4" />
    <path d="M6 14.5h58" stroke="#8e8e93" strokeWidth="2.5" />
    <g fill="none" strokeWidth="1.5">
      <path d="M5.5 19h73v46h-73z" stroke="#2e7d32" />
      <path d="M5.5 68.5h73v18h-73z" stroke="#9a7d0a" />
      <path d="M5.5 89.5h73v23h-73z" stroke="#1565c0" />
      <path d="M10 30h64" stroke="#2e7d32" strokeWidth="0.8" />
      <path d="M10 41l6-3 6 2 7-5 6 3 7-4 6 2 6-4" stroke="#222222" />
      <path d="M54 32l6 1 6-2 7-2" stroke="#222222" strokeDasharray="2 1.5" />
    </g>
    <g stroke="#c7c7c7" strokeWidth="2.5">
      <path d="M10 49h35M10 54.5h31M10 60h38M10 74.5h58M10 80h49M33 98h40M33 104h33" />
    </g>
    <path d="M63 49h11M63 60h11" stroke="#2e7d32" strokeWidth="2.5" />
    <path d="M63 54.5h11" stroke="#bc4b09" strokeWidth="2.5" />
    <path d="M14 106a4.5 4.5 0 0 1 0-9 6 6 0 0 1 11-1 5 5 0 0 1 1 10z" fill="#7a8aa0" />
  </svg>
);
