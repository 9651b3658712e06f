CREATE TABLE "owners_vote" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"code" text NOT NULL,
	"title" text NOT NULL,
	"proposal" text NOT NULL,
	"question" jsonb NOT NULL,
	"topic_type" text NOT NULL,
	"art278_item" integer,
	"profile" jsonb NOT NULL,
	"roll_id" text,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"notice_on" date,
	"notice_how" text,
	"committee_told_on" date,
	"party_review" jsonb,
	"overrides" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"extensions" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"state" text NOT NULL,
	"ballot_id" text,
	"link_version" integer DEFAULT 1 NOT NULL,
	"verdict" jsonb,
	"official_result" jsonb,
	"announced_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"tallied_at" timestamp with time zone,
	"published_at" timestamp with time zone,
	"objections_until" date,
	"final_at" timestamp with time zone,
	"voided_at" timestamp with time zone,
	"void_reason" text,
	"rerun_of" text,
	"resolution_id" text,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "owners_vote_code_unique" UNIQUE("code"),
	CONSTRAINT "owners_vote_art278_item" CHECK (("owners_vote"."art278_item" is null) = ("owners_vote"."topic_type" = 'dwelling-to-business')),
	CONSTRAINT "owners_vote_window" CHECK ("owners_vote"."opens_on" < "owners_vote"."closes_on"),
	CONSTRAINT "owners_vote_void_reason" CHECK (("owners_vote"."state" = 'void') = ("owners_vote"."void_reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "paper_ballot" (
	"vote_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"printed_by" text NOT NULL,
	"printed_at" timestamp with time zone NOT NULL,
	"copies" integer DEFAULT 1 NOT NULL,
	"settled_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "paper_ballot_vote_id_elector_id_pk" PRIMARY KEY("vote_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "paper_entry" (
	"vote_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"slot" integer NOT NULL,
	"mark" text NOT NULL,
	"entered_by" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"reason" text,
	CONSTRAINT "paper_entry_vote_id_elector_id_slot_pk" PRIMARY KEY("vote_id","elector_id","slot"),
	CONSTRAINT "paper_entry_two_people" UNIQUE("vote_id","elector_id","entered_by"),
	CONSTRAINT "paper_entry_slot" CHECK ("paper_entry"."slot" between 1 and 3),
	CONSTRAINT "paper_entry_reason" CHECK ("paper_entry"."slot" < 3 or "paper_entry"."reason" is not null)
);
--> statement-breakpoint
CREATE TABLE "paper_photo" (
	"vote_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "paper_photo_vote_id_elector_id_pk" PRIMARY KEY("vote_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "result_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"vote_id" text NOT NULL,
	"name" text NOT NULL,
	"contact" text,
	"words" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "rule_profile_use" (
	"vote_id" text PRIMARY KEY NOT NULL,
	"profile_id" text NOT NULL,
	"region" text NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rule_profile" (
	"profile_id" text NOT NULL,
	"region" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"profile" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_profile_profile_id_region_version_pk" PRIMARY KEY("profile_id","region","version")
);
--> statement-breakpoint
CREATE TABLE "vote_attempt" (
	"id" text PRIMARY KEY NOT NULL,
	"vote_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"origin" text NOT NULL,
	"outcome" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ballot" ALTER COLUMN "meeting_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ALTER COLUMN "item_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "ballot" ADD COLUMN "question" jsonb;--> statement-breakpoint
ALTER TABLE "owners_vote" ADD CONSTRAINT "owners_vote_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners_vote" ADD CONSTRAINT "owners_vote_roll_id_roll_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."roll"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "owners_vote" ADD CONSTRAINT "owners_vote_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_ballot" ADD CONSTRAINT "paper_ballot_vote_id_owners_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."owners_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entry" ADD CONSTRAINT "paper_entry_vote_id_elector_id_paper_ballot_vote_id_elector_id_fk" FOREIGN KEY ("vote_id","elector_id") REFERENCES "public"."paper_ballot"("vote_id","elector_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_photo" ADD CONSTRAINT "paper_photo_vote_id_elector_id_paper_ballot_vote_id_elector_id_fk" FOREIGN KEY ("vote_id","elector_id") REFERENCES "public"."paper_ballot"("vote_id","elector_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_objection" ADD CONSTRAINT "result_objection_vote_id_owners_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."owners_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_profile_use" ADD CONSTRAINT "rule_profile_use_vote_id_owners_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."owners_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_profile_use" ADD CONSTRAINT "rule_profile_use_profile_id_region_version_rule_profile_profile_id_region_version_fk" FOREIGN KEY ("profile_id","region","version") REFERENCES "public"."rule_profile"("profile_id","region","version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vote_attempt" ADD CONSTRAINT "vote_attempt_vote_id_owners_vote_id_fk" FOREIGN KEY ("vote_id") REFERENCES "public"."owners_vote"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "owners_vote_by_compound" ON "owners_vote" USING btree ("compound_id","created_at");--> statement-breakpoint
CREATE INDEX "result_objection_by_vote" ON "result_objection" USING btree ("vote_id");--> statement-breakpoint
CREATE INDEX "vote_attempt_by_vote" ON "vote_attempt" USING btree ("vote_id","at");