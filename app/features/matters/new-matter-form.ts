import { z } from 'zod'
import { MATTER_CATEGORIES, MATTER_SOURCES } from '#app/domain/matters/matter.ts'
import { ID_PATTERN } from '#app/domain/shared/ids.ts'

const id = z.string().regex(ID_PATTERN)

/** The form that writes down a new matter, field by field as it is sent. */
export const newMatterForm = z.object({
  key: id,
  compoundId: id,
  category: z.enum(MATTER_CATEGORIES),
  source: z.enum(MATTER_SOURCES),
  title: z.string().trim().min(1).max(40),
  words: z.string().trim().min(1).max(2000),
  spot: z.string().trim().max(60).default(''),
  who: z.enum(['known', 'new', 'nobody']),
  personId: z.string().max(40).default(''),
  name: z.string().trim().max(20).default(''),
  honorific: z.enum(['mr', 'ms']).default('ms'),
  phone: z.string().trim().max(20).default(''),
  publicName: z.enum(['none', 'surname']).default('none'),
})

export type NewMatterFields = z.output<typeof newMatterForm>

/** Which fields are missing or too long, for the words beside them. */
export function newMatterErrors(
  fields: Record<string, string>,
): Partial<Record<keyof NewMatterFields, 'needed' | 'tooLong'>> {
  const parsed = newMatterForm.safeParse(fields)
  const wrong: Partial<Record<keyof NewMatterFields, 'needed' | 'tooLong'>> = {}
  for (const issue of parsed.error?.issues ?? []) {
    const [name] = issue.path
    if (typeof name === 'string' && name in newMatterForm.shape) {
      wrong[name as keyof NewMatterFields] = issue.code === 'too_big' ? 'tooLong' : 'needed'
    }
  }
  if (fields['who'] === 'known' && !fields['personId']) wrong.personId = 'needed'
  if (fields['who'] === 'new' && !fields['name']?.trim()) wrong.name = 'needed'
  return wrong
}
