/** A hue by its name in the stylesheet: `t-tea`, `t-amber` … It never says anything alone; words and an icon go with it. */
export type Tone = 'tea' | 'amber' | 'dai' | 'zisha' | 'jujube' | 'teal' | 'stone'

export function toneClass(tone: Tone): string {
  return `t-${tone}`
}
