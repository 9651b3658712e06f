import { DataDirLockedError, lockDataDir } from '#db/lock-data-dir.server.ts'

// A process of its own: takes the folder it is given, says so, and holds it until told to let go.
const [dir = ''] = process.argv.slice(2)
try {
  const unlock = await lockDataDir(dir)
  process.send?.('locked')
  process.on('message', () => {
    void unlock().then(() => process.send?.('unlocked'))
  })
} catch (error) {
  process.send?.({ refused: error instanceof DataDirLockedError ? error.pid : 0 })
}
