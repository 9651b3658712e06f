import { z } from 'zod'

/** What can be chosen for each question, in the order it is offered. */
export const POLICY_CHOICES = {
  parking: ['exclude', 'area_only', 'area_and_heads'],
  ownerMergeKey: ['exact-set', 'shared-owner'],
  duplicateBallot: ['first-stands', 'last-before-close', 'paper-first'],
  invalidMark: ['not-participating', 'abstain'],
  silence: ['ignore', 'follow-majority'],
  debtorsVote: ['count', 'suspend'],
  electronicChannel: ['official', 'app', 'mixed'],
} as const

/** The form of the counting rules. */
export const policyForm = z.object({
  compoundId: z.string().min(1).max(40),
  revision: z.coerce.number().int().min(0),
  parking: z.enum(POLICY_CHOICES.parking),
  ownerMergeKey: z.enum(POLICY_CHOICES.ownerMergeKey),
  proxyCap: z
    .string()
    .trim()
    .regex(/^[0-9]{0,3}$/)
    .transform((text) => (text === '' ? null : Number(text))),
  duplicateBallot: z.enum(POLICY_CHOICES.duplicateBallot),
  invalidMark: z.enum(POLICY_CHOICES.invalidMark),
  silence: z.enum(POLICY_CHOICES.silence),
  silenceBasis: z
    .string()
    .trim()
    .max(120)
    .transform((text) => text || null),
  debtorsVote: z.enum(POLICY_CHOICES.debtorsVote),
  debtorsBasis: z
    .string()
    .trim()
    .max(120)
    .transform((text) => text || null),
  electronicChannel: z.enum(POLICY_CHOICES.electronicChannel),
  publicationDays: z.coerce.number().int().min(0).max(90),
})
