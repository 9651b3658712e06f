// Loaded before a server of a test's own: its `new Date()` goes CLOCK_AHEAD_MS before the machine's
// clock, so that a vote of weeks can be walked through. The program itself has no such switch.
// `Date.now()` stays: the embedded database waits for it to pass.
const ahead = Number(process.env['CLOCK_AHEAD_MS'])
globalThis.Date = new Proxy(Date, {
  construct: (real, given, asked) =>
    Reflect.construct(real, given.length === 0 ? [real.now() + ahead] : given, asked) as Date,
})
