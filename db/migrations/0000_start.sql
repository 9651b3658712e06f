CREATE TABLE "account" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"login" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"scope_id" text NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "account_person_id_unique" UNIQUE("person_id"),
	CONSTRAINT "account_login_unique" UNIQUE("login")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ballot_elector" (
	"ballot_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"heads" integer DEFAULT 1 NOT NULL,
	"area" bigint,
	CONSTRAINT "ballot_elector_ballot_id_elector_id_pk" PRIMARY KEY("ballot_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "ballot" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"title" text NOT NULL,
	"rule" jsonb NOT NULL,
	"secrecy" text NOT NULL,
	"changeable" boolean NOT NULL,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"verdict" jsonb,
	"present" jsonb,
	"void_reason" text
);
--> statement-breakpoint
CREATE TABLE "open_vote" (
	"ballot_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"choice" text NOT NULL,
	"key" text NOT NULL,
	"receipt" text NOT NULL,
	"origin" text NOT NULL,
	"cast_at" timestamp with time zone NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "open_vote_ballot_id_elector_id_pk" PRIMARY KEY("ballot_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "secret_paper" (
	"ballot_id" text NOT NULL,
	"paper_id" text NOT NULL,
	"choice" text NOT NULL,
	CONSTRAINT "secret_paper_ballot_id_paper_id_pk" PRIMARY KEY("ballot_id","paper_id")
);
--> statement-breakpoint
CREATE TABLE "secret_turnout" (
	"ballot_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"key" text NOT NULL,
	"receipt" text NOT NULL,
	"origin" text NOT NULL,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "secret_turnout_ballot_id_elector_id_pk" PRIMARY KEY("ballot_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "matter_event" (
	"matter_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_name" text NOT NULL,
	"actor_public" text NOT NULL,
	"side" text,
	"public_text" text,
	"internal_text" text,
	"data" jsonb NOT NULL,
	CONSTRAINT "matter_event_matter_id_seq_pk" PRIMARY KEY("matter_id","seq")
);
--> statement-breakpoint
CREATE TABLE "matter" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"number" integer NOT NULL,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"words" text NOT NULL,
	"spot" text,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"topic_type" text,
	"reporter_id" text,
	"reporter_public_name" text,
	"raised_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"due_on" date,
	"reported_done_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"reopened_count" integer DEFAULT 0 NOT NULL,
	"solved" boolean,
	"satisfaction" text,
	"merged_into_id" text,
	"referred_to" text,
	"reject_reason" text,
	"link_version" integer DEFAULT 1 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "matter_number" UNIQUE("community_id","number")
);
--> statement-breakpoint
CREATE TABLE "photo" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL,
	"event_seq" integer NOT NULL,
	"position" integer NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"alt" text NOT NULL,
	"is_public" boolean NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "return_visit" (
	"id" text PRIMARY KEY NOT NULL,
	"matter_id" text NOT NULL,
	"round" integer NOT NULL,
	"method" text NOT NULL,
	"reached" boolean NOT NULL,
	"solved" text,
	"satisfaction" text,
	"reason" text,
	"visitor_name" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"matter_id" text NOT NULL,
	"meeting_id" text,
	"item_id" text,
	"title" text NOT NULL,
	"lead_person_id" text,
	"lead_name" text NOT NULL,
	"lead_side" text NOT NULL,
	"helpers" jsonb NOT NULL,
	"due_on" date NOT NULL,
	"status" text NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"reported_at" timestamp with time zone,
	"link_version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"minutes" integer NOT NULL,
	"matter_id" text,
	"topic_type" text,
	"proposal" text,
	"method" text NOT NULL,
	"secrecy" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitee" (
	"id" text PRIMARY KEY NOT NULL,
	"meeting_id" text NOT NULL,
	"person_id" text NOT NULL,
	"side" text NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"can_vote" boolean NOT NULL,
	"link_version" integer DEFAULT 1 NOT NULL,
	"rsvp" text,
	"rsvp_at" timestamp with time zone,
	"rsvp_note" text,
	"deputy_name" text,
	"first_opened_at" timestamp with time zone,
	CONSTRAINT "invitee_once" UNIQUE("meeting_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "meeting_event" (
	"meeting_id" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"actor_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"hash" text NOT NULL,
	"command_key" text,
	CONSTRAINT "meeting_event_meeting_id_seq_pk" PRIMARY KEY("meeting_id","seq")
);
--> statement-breakpoint
CREATE TABLE "meeting_series" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"rrule" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"room" text NOT NULL,
	"number" integer,
	"status" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"duration_minutes" integer NOT NULL,
	"venue" text NOT NULL,
	"chair_id" text,
	"recorder_id" text,
	"rules" jsonb NOT NULL,
	"series_id" text,
	"occurrence_at" timestamp with time zone,
	"cancelled_reason" text,
	"notice_sent_at" timestamp with time zone,
	"contact_id" text,
	"screen_version" integer DEFAULT 1 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_one_per_occurrence" UNIQUE("series_id","occurrence_at"),
	CONSTRAINT "meeting_number" UNIQUE("compound_id","room","number")
);
--> statement-breakpoint
CREATE TABLE "body" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text,
	"community_id" text,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "body_place" (
	"body_id" text NOT NULL,
	"place_id" text NOT NULL,
	CONSTRAINT "body_place_body_id_place_id_pk" PRIMARY KEY("body_id","place_id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"body_id" text NOT NULL,
	"side" text NOT NULL,
	"title" text NOT NULL,
	"title_en" text NOT NULL,
	"compound_id" text,
	"building" text,
	"valid_from" date NOT NULL,
	"valid_to" date
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text,
	"name" text NOT NULL,
	"honorific" text NOT NULL,
	"phone" text,
	"needs_call" boolean DEFAULT false NOT NULL,
	"demo" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "place" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"parent_id" text,
	"community_id" text,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"code" text NOT NULL,
	"hall" text,
	"hotline" text,
	"households" integer,
	"position" integer DEFAULT 0 NOT NULL,
	"demo" boolean DEFAULT false NOT NULL,
	CONSTRAINT "place_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "minutes" (
	"meeting_id" text PRIMARY KEY NOT NULL,
	"phase" text NOT NULL,
	"content" jsonb NOT NULL,
	"log_seq" integer NOT NULL,
	"log_hash" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"edited_by" text NOT NULL,
	"edited_at" timestamp with time zone NOT NULL,
	"confirmed_by" text,
	"confirmed_at" timestamp with time zone,
	"content_hash" text
);
--> statement-breakpoint
CREATE TABLE "minutes_addendum" (
	"meeting_id" text NOT NULL,
	"position" integer NOT NULL,
	"text" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "minutes_addendum_meeting_id_position_pk" PRIMARY KEY("meeting_id","position")
);
--> statement-breakpoint
CREATE TABLE "resolution" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"meeting_id" text NOT NULL,
	"item_id" text NOT NULL,
	"number" text NOT NULL,
	"label" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" text NOT NULL,
	"notice_from" date NOT NULL,
	"notice_until" date NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	CONSTRAINT "resolution_number" UNIQUE("community_id","number"),
	CONSTRAINT "resolution_once" UNIQUE NULLS NOT DISTINCT("meeting_id","item_id","withdrawn_at")
);
--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account" ADD CONSTRAINT "account_scope_id_place_id_fk" FOREIGN KEY ("scope_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot_elector" ADD CONSTRAINT "ballot_elector_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballot" ADD CONSTRAINT "ballot_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "open_vote" ADD CONSTRAINT "open_vote_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_paper" ADD CONSTRAINT "secret_paper_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "secret_turnout" ADD CONSTRAINT "secret_turnout_ballot_id_ballot_id_fk" FOREIGN KEY ("ballot_id") REFERENCES "public"."ballot"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter_event" ADD CONSTRAINT "matter_event_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter" ADD CONSTRAINT "matter_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter" ADD CONSTRAINT "matter_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "matter" ADD CONSTRAINT "matter_reporter_id_person_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "photo" ADD CONSTRAINT "photo_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_visit" ADD CONSTRAINT "return_visit_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_matter_id_matter_id_fk" FOREIGN KEY ("matter_id") REFERENCES "public"."matter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task" ADD CONSTRAINT "task_lead_person_id_person_id_fk" FOREIGN KEY ("lead_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitee" ADD CONSTRAINT "invitee_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitee" ADD CONSTRAINT "invitee_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_event" ADD CONSTRAINT "meeting_event_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting_series" ADD CONSTRAINT "meeting_series_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_community_id_place_id_fk" FOREIGN KEY ("community_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_chair_id_person_id_fk" FOREIGN KEY ("chair_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_recorder_id_person_id_fk" FOREIGN KEY ("recorder_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_series_id_meeting_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."meeting_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_contact_id_person_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_created_by_person_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body" ADD CONSTRAINT "body_parent_id_body_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_place" ADD CONSTRAINT "body_place_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "body_place" ADD CONSTRAINT "body_place_place_id_place_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_body_id_body_id_fk" FOREIGN KEY ("body_id") REFERENCES "public"."body"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "membership" ADD CONSTRAINT "membership_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place" ADD CONSTRAINT "place_parent_id_place_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes" ADD CONSTRAINT "minutes_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minutes_addendum" ADD CONSTRAINT "minutes_addendum_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "resolution" ADD CONSTRAINT "resolution_meeting_id_meeting_id_fk" FOREIGN KEY ("meeting_id") REFERENCES "public"."meeting"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_by_scope" ON "account" USING btree ("scope_id");--> statement-breakpoint
CREATE INDEX "session_by_expiry" ON "session" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "ballot_by_meeting" ON "ballot" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "matter_by_community_status" ON "matter" USING btree ("community_id","status");--> statement-breakpoint
CREATE INDEX "matter_by_compound" ON "matter" USING btree ("compound_id");--> statement-breakpoint
CREATE INDEX "photo_by_matter" ON "photo" USING btree ("matter_id","event_seq");--> statement-breakpoint
CREATE INDEX "return_visit_by_matter" ON "return_visit" USING btree ("matter_id","round");--> statement-breakpoint
CREATE INDEX "task_by_matter" ON "task" USING btree ("matter_id");--> statement-breakpoint
CREATE INDEX "task_by_community_due" ON "task" USING btree ("community_id","status","due_on");--> statement-breakpoint
CREATE INDEX "task_by_meeting" ON "task" USING btree ("meeting_id");--> statement-breakpoint
CREATE INDEX "agenda_item_by_meeting" ON "agenda_item" USING btree ("meeting_id","position");--> statement-breakpoint
CREATE INDEX "invitee_by_person" ON "invitee" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "meeting_event_once" ON "meeting_event" USING btree ("meeting_id","command_key") WHERE command_key is not null;--> statement-breakpoint
CREATE INDEX "meeting_series_by_community" ON "meeting_series" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "meeting_by_community_start" ON "meeting" USING btree ("community_id","starts_at");--> statement-breakpoint
CREATE INDEX "body_by_community" ON "body" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "membership_by_person" ON "membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "membership_by_compound" ON "membership" USING btree ("compound_id");--> statement-breakpoint
CREATE INDEX "membership_by_body" ON "membership" USING btree ("body_id");--> statement-breakpoint
CREATE INDEX "person_by_community" ON "person" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "place_by_parent" ON "place" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "place_by_community" ON "place" USING btree ("community_id");--> statement-breakpoint
CREATE INDEX "resolution_by_community" ON "resolution" USING btree ("community_id","published_at");