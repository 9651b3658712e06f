/** What Remix's plugin makes of `app/routes`; known to Vite only. */
declare module 'virtual:remix/server-build' {
  const build: import('@remix-run/node').ServerBuild
  export = build
}
