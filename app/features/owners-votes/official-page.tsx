import { Form, Link } from '@remix-run/react'
import { IconAlertTriangle, IconDownload, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { CHOICES } from '#app/domain/voting/ballot.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { useRefusalWords } from './refusal-words.ts'
import css from './owners-votes.module.css'

type Props = {
  vote: { id: string; title: string }
  typed: Partial<Record<string, string>>
  refusal: string | null
}

/** Where the city has a voting system of its own: what it needs goes out, what it counted comes in. */
export function OfficialPage({ vote, typed, refusal }: Props) {
  const { t } = useTranslation('owners-votes')
  const { t: term } = useTranslation('terms')
  const words = useRefusalWords()
  return (
    <>
      <header className="dk-h">
        <div>
          <h1>{t('official.pageTitle')}</h1>
          <p lang="zh-CN">{vote.title}</p>
        </div>
        <span className="grow" />
        <Link className="btn line" to={`/desk/owners-votes/${vote.id}`}>
          {t('reading.back')}
        </Link>
      </header>
      {refusal && (
        <Note tone="amber" icon={IconAlertTriangle} role="alert">
          {words(refusal)}
        </Note>
      )}
      <div className={`${css.stack} mt12`}>
        <section className={`panel ${css.pad}`}>
          <h2>{t('official.out')}</h2>
          <p className="ink2">{t('official.outLead')}</p>
          <a className="btn line mt12" href={`/desk/owners-votes/${vote.id}/official.xlsx`}>
            <Icon of={IconDownload} />
            {t('official.download')}
          </a>
        </section>
        <section className={`panel ${css.pad}`}>
          <h2>{t('official.in')}</h2>
          <Note tone="stone" icon={IconInfoCircle}>
            {t('official.inLead')}
          </Note>
          <Form method="post" encType="multipart/form-data" className={`${css.fields} mt12`}>
            <TextField
              name="system"
              label={t('official.system')}
              hint={t('official.systemHint')}
              required
              maxLength={80}
              defaultValue={typed['system']}
            />
            <TextField
              name="reference"
              label={t('official.reference')}
              required
              maxLength={80}
              defaultValue={typed['reference']}
            />
            {CHOICES.flatMap((choice) => [
              <TextField
                key={`${choice}-heads`}
                name={`${choice}-heads`}
                label={t('official.heads', { choice: term(`choice.${choice}`) })}
                inputMode="numeric"
                required
                maxLength={7}
                defaultValue={typed[`${choice}-heads`]}
              />,
              <TextField
                key={`${choice}-area`}
                name={`${choice}-area`}
                label={t('official.area', { choice: term(`choice.${choice}`) })}
                inputMode="decimal"
                required
                maxLength={16}
                defaultValue={typed[`${choice}-area`]}
              />,
            ])}
            <div className={css.wide}>
              <TextField
                name="evidence"
                type="file"
                accept="application/pdf,image/jpeg,image/png,.xlsx"
                label={t('official.file')}
                hint={t('official.fileHint')}
                required
              />
            </div>
            <div className={css.wide}>
              <Button type="submit" look="primary">
                {t('official.save')}
              </Button>
            </div>
          </Form>
        </section>
      </div>
    </>
  )
}
