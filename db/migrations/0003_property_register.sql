CREATE TABLE "owner_agent" (
	"owner_id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"phone" text
);
--> statement-breakpoint
CREATE TABLE "property_owner" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"id_tail" text,
	"phone" text
);
--> statement-breakpoint
CREATE TABLE "property_unit" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"building_id" text NOT NULL,
	"stairwell" text DEFAULT '' NOT NULL,
	"room" text NOT NULL,
	"floor" integer,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"area_registered" bigint,
	"area_surveyed" bigint,
	"area_contract" bigint,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	"retired_reason" text,
	CONSTRAINT "property_unit_door" UNIQUE("building_id","stairwell","room"),
	CONSTRAINT "property_unit_area_positive" CHECK (coalesce("property_unit"."area_registered", 1) > 0 and coalesce("property_unit"."area_surveyed", 1) > 0 and coalesce("property_unit"."area_contract", 1) > 0)
);
--> statement-breakpoint
CREATE TABLE "proxy" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"roll_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"holder_name" text NOT NULL,
	"holder_phone" text NOT NULL,
	"holder_key" text NOT NULL,
	"instructions" jsonb NOT NULL,
	"signed_on" date NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended" text,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "proxy_paper" (
	"proxy_id" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_import" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"sheet" jsonb,
	"columns" jsonb NOT NULL,
	"set_aside" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"added" integer,
	"changed" integer,
	"unchanged" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_setting" (
	"compound_id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"parking" text,
	"owner_merge_key" text DEFAULT 'exact-set' NOT NULL,
	"proxy_cap" integer DEFAULT 3,
	"duplicate_ballot" text DEFAULT 'first-stands' NOT NULL,
	"invalid_mark" text DEFAULT 'not-participating' NOT NULL,
	"silence" text DEFAULT 'ignore' NOT NULL,
	"electronic_channel" text DEFAULT 'mixed' NOT NULL,
	"publication_days" integer DEFAULT 15 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_by" text,
	"updated_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roll_designation" (
	"roll_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "roll_designation_roll_id_elector_id_pk" PRIMARY KEY("roll_id","elector_id")
);
--> statement-breakpoint
CREATE TABLE "roll_elector" (
	"roll_id" text NOT NULL,
	"elector_id" text NOT NULL,
	"position" integer NOT NULL,
	"heads" integer NOT NULL,
	"area" bigint NOT NULL,
	"developer" boolean NOT NULL,
	"name_masked" text NOT NULL,
	"doors_masked" text NOT NULL,
	"units" jsonb NOT NULL,
	"owners" jsonb NOT NULL,
	"voter" jsonb NOT NULL,
	CONSTRAINT "roll_elector_roll_id_elector_id_pk" PRIMARY KEY("roll_id","elector_id"),
	CONSTRAINT "roll_elector_position" UNIQUE("roll_id","position")
);
--> statement-breakpoint
CREATE TABLE "roll_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"roll_id" text NOT NULL,
	"elector_id" text,
	"name" text NOT NULL,
	"contact" text,
	"words" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"received_by" text,
	"outcome" text,
	"answer" text,
	"answered_by" text,
	"answered_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "roll" (
	"id" text PRIMARY KEY NOT NULL,
	"community_id" text NOT NULL,
	"compound_id" text NOT NULL,
	"title" text NOT NULL,
	"scope" text NOT NULL,
	"building_id" text,
	"stairwell" text,
	"state" text NOT NULL,
	"policy" jsonb NOT NULL,
	"total_heads" integer NOT NULL,
	"total_area" bigint NOT NULL,
	"electors" integer NOT NULL,
	"units" integer NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"published_at" timestamp with time zone,
	"published_until" date,
	"frozen_at" timestamp with time zone,
	"frozen_by" text,
	"early_reason" text,
	"hash" text,
	"withdrawn_reason" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "roll_frozen_with_hash" CHECK (("roll"."state" = 'frozen') = ("roll"."hash" is not null and "roll"."frozen_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "unit_owner" (
	"unit_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"designated" boolean DEFAULT false NOT NULL,
	CONSTRAINT "unit_owner_unit_id_owner_id_pk" PRIMARY KEY("unit_id","owner_id")
);
--> statement-breakpoint
ALTER TABLE "owner_agent" ADD CONSTRAINT "owner_agent_owner_id_property_owner_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."property_owner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_owner" ADD CONSTRAINT "property_owner_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_unit" ADD CONSTRAINT "property_unit_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "property_unit" ADD CONSTRAINT "property_unit_building_id_place_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxy" ADD CONSTRAINT "proxy_roll_id_elector_id_roll_elector_roll_id_elector_id_fk" FOREIGN KEY ("roll_id","elector_id") REFERENCES "public"."roll_elector"("roll_id","elector_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proxy_paper" ADD CONSTRAINT "proxy_paper_proxy_id_proxy_id_fk" FOREIGN KEY ("proxy_id") REFERENCES "public"."proxy"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_import" ADD CONSTRAINT "register_import_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_setting" ADD CONSTRAINT "register_setting_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_designation" ADD CONSTRAINT "roll_designation_roll_id_elector_id_roll_elector_roll_id_elector_id_fk" FOREIGN KEY ("roll_id","elector_id") REFERENCES "public"."roll_elector"("roll_id","elector_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_elector" ADD CONSTRAINT "roll_elector_roll_id_roll_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."roll"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_objection" ADD CONSTRAINT "roll_objection_roll_id_roll_id_fk" FOREIGN KEY ("roll_id") REFERENCES "public"."roll"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll" ADD CONSTRAINT "roll_compound_id_place_id_fk" FOREIGN KEY ("compound_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll" ADD CONSTRAINT "roll_building_id_place_id_fk" FOREIGN KEY ("building_id") REFERENCES "public"."place"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_owner" ADD CONSTRAINT "unit_owner_unit_id_property_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."property_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_owner" ADD CONSTRAINT "unit_owner_owner_id_property_owner_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."property_owner"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "property_owner_by_compound" ON "property_owner" USING btree ("compound_id","name");--> statement-breakpoint
CREATE INDEX "property_unit_by_compound" ON "property_unit" USING btree ("compound_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proxy_in_force" ON "proxy" USING btree ("roll_id","elector_id") WHERE "proxy"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "proxy_by_holder" ON "proxy" USING btree ("roll_id","holder_key");--> statement-breakpoint
CREATE INDEX "register_import_by_compound" ON "register_import" USING btree ("compound_id","created_at");--> statement-breakpoint
CREATE INDEX "roll_objection_by_roll" ON "roll_objection" USING btree ("roll_id");--> statement-breakpoint
CREATE INDEX "roll_by_compound" ON "roll" USING btree ("compound_id","created_at");--> statement-breakpoint
CREATE INDEX "unit_owner_by_owner" ON "unit_owner" USING btree ("owner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_owner_designated" ON "unit_owner" USING btree ("unit_id") WHERE "unit_owner"."designated";