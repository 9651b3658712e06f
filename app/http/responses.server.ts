/** Thrown by a loader or an action when the thing is not there, or not for this viewer: both look the same. */
export function notFound(): Response {
  return new Response(null, { status: 404, statusText: 'not-found' })
}

/** Thrown when the viewer knows that it is there and may not do this. */
export function forbidden(): Response {
  return new Response(null, { status: 403, statusText: 'forbidden' })
}

/**
 * Where to go after a form, given by the form itself.
 *
 * @returns a path of ours; anything that could lead elsewhere becomes `fallback`.
 */
export function safeReturnPath(asked: FormDataEntryValue | null, fallback = '/'): string {
  if (typeof asked !== 'string' || !/^\/(?![/\\])/.test(asked)) return fallback
  // A browser drops tabs and line ends inside an address, so `/\t/evil` would become `//evil`.
  const url = URL.canParse(asked, 'http://self') ? new URL(asked, 'http://self') : undefined
  // What is dropped of `/.//evil` leaves `//evil`, too.
  return url?.origin === 'http://self' && !url.pathname.startsWith('//')
    ? `${url.pathname}${url.search}${url.hash}`
    : fallback
}
