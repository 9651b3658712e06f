/** Raise it when an old page could misread a new server; old pages are then told to reload. */
export const LIVE_PROTOCOL = 3

/** Where the socket lives; the reverse proxy needs it too. */
export const LIVE_PATH = '/live/'
