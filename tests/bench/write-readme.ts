import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { figureTable, goalTable, type Saved } from './report.ts'

const HEAD = `# bench

What the live path costs beside the bare parts, measured in the same run: \`npm run bench [-- name…] [--quick]\`.
It sets no absolute goals: the same code moves by a third from one hour to the next, so what counts is the ratio of a round.
Start at \`run.ts\`; \`npm run bench -- report\` writes what stands below from the last runs.
`

/**
 * Writes the tables of the last runs, in this order, into the folder's README. What was not run on
 * this machine stays as it stands there, with the machine and the day it says.
 */
export function writeReadme(folder: string, names: readonly string[]): string {
  const file = join('tests', 'bench', 'README.md')
  const standing = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const parts = names.flatMap((name) => {
    const saved = join(folder, `${name}.json`)
    return existsSync(saved)
      ? [partOf(JSON.parse(readFileSync(saved, 'utf8')) as Saved)]
      : standing.filter((part) => part.startsWith(`## ${name}\n`))
  })
  // What people have written about the tables stands after them.
  const written = standing
    .slice(1)
    .filter((part) => !names.some((name) => part.startsWith(`## ${name}\n`)))
  writeFileSync(file, [HEAD, ...parts, ...written].join('\n'))
  spawnSync('npx', ['prettier', '--write', file])
  return file
}

function partOf(saved: Saved): string {
  const { name, machine, date, quick, seconds, noise, figures, notes } = saved
  const lines = [
    `## ${name}`,
    '',
    `${date} UTC, ${machine}${quick ? '; a short run, for scale only' : ''}; ${seconds} s, ${noise.steal.toFixed(1)} % stolen by the hypervisor, ${noise.foreign.toFixed(1)} % used by other programs.`,
    '',
    figureTable(figures),
    '',
    goalTable(saved),
    '',
    ...[...new Set(notes)].map((note) => `- ${note}`),
    '',
  ]
  return lines.join('\n')
}
