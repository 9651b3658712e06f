CREATE TABLE "official_evidence" (
	"vote_id" text PRIMARY KEY NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
ALTER TABLE "paper_entry" DROP CONSTRAINT "paper_entry_two_people";--> statement-breakpoint
ALTER TABLE "rule_profile_use" DROP CONSTRAINT "rule_profile_use_profile_id_region_version_rule_profile_profile_id_region_version_fk";
--> statement-breakpoint
ALTER TABLE "owners_vote" ADD COLUMN "papers_out" integer;--> statement-breakpoint
ALTER TABLE "paper_entry" ADD COLUMN "overseer" text;--> statement-breakpoint
ALTER TABLE "rule_profile_use" ADD COLUMN "fingerprint" text NOT NULL;--> statement-breakpoint
ALTER TABLE "rule_profile" ADD COLUMN "fingerprint" text GENERATED ALWAYS AS (md5(profile::text)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "roll_designation" ADD COLUMN "agent_name" text;--> statement-breakpoint
ALTER TABLE "official_evidence" ADD CONSTRAINT "official_evidence_vote_id_owners_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."owners_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_profile" ADD CONSTRAINT "rule_profile_as_used" UNIQUE("profile_id","region","version","fingerprint");--> statement-breakpoint
ALTER TABLE "rule_profile_use" ADD CONSTRAINT "rule_profile_use_as_used" FOREIGN KEY ("profile_id","region","version","fingerprint") REFERENCES "public"."rule_profile"("profile_id","region","version","fingerprint") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_entry_two_people" ON "paper_entry" USING btree ("vote_id","elector_id","entered_by") WHERE "paper_entry"."overseer" is null;--> statement-breakpoint
ALTER TABLE "rule_profile" DROP COLUMN "effective_from";--> statement-breakpoint
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_overseer" CHECK ("paper_entry"."overseer" is null or "paper_entry"."slot" = 3);