import { useTranslation } from 'react-i18next'
import { PlanForm } from './plan-form.tsx'
import type { PlanDraft } from './plan-from-form.ts'
import { useRefusalWords } from './refusal-words.ts'
import css from './owners-votes.module.css'

type Props = {
  draft: PlanDraft
  compounds: readonly { id: string; name: string }[]
  refusal: string | null
  formKey: string
}

/** A new vote of the owners, from nothing or from what a session recommended. */
export function NewVotePage({ draft, compounds, refusal, formKey }: Props) {
  const { t } = useTranslation('owners-votes')
  const words = useRefusalWords()
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('new.title')}</h1>
          <p>{t('new.lead')}</p>
        </div>
      </header>
      <section className={`panel ${css.pad}`}>
        <PlanForm
          draft={draft}
          compounds={compounds}
          rolls={[]}
          refusal={refusal && words(refusal)}
          isNew
          formKey={formKey}
        />
      </section>
    </>
  )
}
