-- CreateTable
CREATE TABLE "Region" (
    "id" UUID NOT NULL,
    "gssCode" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "groupWord" TEXT NOT NULL DEFAULT 'group',

    CONSTRAINT "Region_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Authority" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "dfeCode" TEXT NOT NULL,
    "gssCode" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "shortName" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startedOn" DATE,
    "endedOn" DATE,

    CONSTRAINT "Authority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Group" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "leadAuthorityId" UUID NOT NULL,

    CONSTRAINT "Group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GroupMember" (
    "groupId" UUID NOT NULL,
    "authorityId" UUID NOT NULL,

    CONSTRAINT "GroupMember_pkey" PRIMARY KEY ("groupId","authorityId")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "signedOutAt" TIMESTAMP(3),
    "demoHint" TEXT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Post" (
    "id" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "regionId" UUID NOT NULL,
    "groupId" UUID,
    "authorityId" UUID,
    "remit" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appointment" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "acting" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInRequest" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "requestedAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SignInRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FormReturn" (
    "id" UUID NOT NULL,
    "personId" UUID,
    "at" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "content" JSONB NOT NULL,

    CONSTRAINT "FormReturn_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcessTemplate" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "definition" JSONB NOT NULL,

    CONSTRAINT "ProcessTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentTemplate" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,

    CONSTRAINT "DocumentTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cycle" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "templateId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "anchorOn" DATE NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "openedAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),
    "packsIssuedAt" TIMESTAMP(3),

    CONSTRAINT "Cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CycleAuthority" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "authorityId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "leadChallengerAuthorityId" UUID,
    "planClosedAt" TIMESTAMP(3),

    CONSTRAINT "CycleAuthority_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DateMove" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "stepKey" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "toOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "movedAt" TIMESTAMP(3) NOT NULL,
    "movedBy" UUID NOT NULL,

    CONSTRAINT "DateMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StepCompletion" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "stepKey" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "doneAt" TIMESTAMP(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "StepCompletion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StepWaiver" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "stepKey" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "waivedAt" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "StepWaiver_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Document" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "regionId" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "authorityId" UUID,
    "slot" TEXT NOT NULL DEFAULT '',
    "templateId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Section" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "savedBy" UUID,
    "readyAt" TIMESTAMP(3),
    "readyBy" UUID,

    CONSTRAINT "Section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionRevision" (
    "id" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "savedBy" UUID,
    "conflict" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SectionRevision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SectionAssignment" (
    "id" UUID NOT NULL,
    "sectionId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "dueOn" DATE,
    "assignedAt" TIMESTAMP(3) NOT NULL,
    "assignedBy" UUID NOT NULL,

    CONSTRAINT "SectionAssignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentVersion" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "contentHash" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "createdBy" UUID,

    CONSTRAINT "DocumentVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentAct" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "versionId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "DocumentAct_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "office" TEXT NOT NULL,
    "postId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "acting" BOOLEAN NOT NULL DEFAULT false,
    "how" TEXT NOT NULL DEFAULT 'electronic',
    "recordedBy" UUID,
    "scanId" UUID,
    "signedAt" TIMESTAMP(3) NOT NULL,
    "voidedAt" TIMESTAMP(3),
    "voidedWhy" TEXT,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Share" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "sinceAt" TIMESTAMP(3) NOT NULL,
    "frozenOnly" BOOLEAN NOT NULL DEFAULT false,
    "untilAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Share_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "versionId" UUID,
    "sectionKey" TEXT NOT NULL,
    "paragraph" INTEGER NOT NULL DEFAULT 0,
    "quoted" TEXT NOT NULL DEFAULT '',
    "body" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "settledAt" TIMESTAMP(3),
    "settledBy" UUID,
    "settledAs" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "sectionKey" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "uploadedBy" UUID NOT NULL,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceBytes" (
    "fileId" UUID NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "EvidenceBytes_pkey" PRIMARY KEY ("fileId")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "audience" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "releasedAt" TIMESTAMP(3) NOT NULL,
    "releasedBy" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "untilAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReleaseOpening" (
    "id" UUID NOT NULL,
    "releaseId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ReleaseOpening_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Indicator" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "polarity" TEXT NOT NULL,

    CONSTRAINT "Indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Figure" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "authorityId" UUID NOT NULL,
    "indicatorId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "value" DECIMAL(14,4),
    "marker" TEXT,
    "england" DECIMAL(14,4),
    "regional" DECIMAL(14,4),
    "neighbours" DECIMAL(14,4),
    "previous" DECIMAL(14,4),
    "source" TEXT NOT NULL DEFAULT '',
    "enteredAt" TIMESTAMP(3) NOT NULL,
    "enteredBy" UUID NOT NULL,

    CONSTRAINT "Figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OfstedEnquiry" (
    "id" UUID NOT NULL,
    "cycleAuthorityId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "receivedOn" DATE NOT NULL,
    "recordedBy" UUID NOT NULL,

    CONSTRAINT "OfstedEnquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionSet" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "headline" TEXT NOT NULL DEFAULT '',
    "focusEducation" BOOLEAN NOT NULL DEFAULT false,
    "focusSocialCare" BOOLEAN NOT NULL DEFAULT false,
    "summary" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "QuestionSet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "questionSetId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "focus" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "enquiryId" UUID,
    "removedAt" TIMESTAMP(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" UUID NOT NULL,
    "questionSetId" UUID NOT NULL,
    "enabler" TEXT NOT NULL,
    "assessor" TEXT NOT NULL,
    "stage" INTEGER NOT NULL,
    "half" TEXT NOT NULL,
    "rationale" TEXT NOT NULL DEFAULT '',
    "placedAt" TIMESTAMP(3) NOT NULL,
    "placedBy" UUID NOT NULL,

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PackReading" (
    "documentId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "readAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "PackReading_pkey" PRIMARY KEY ("documentId","personId")
);

-- CreateTable
CREATE TABLE "Forum" (
    "id" UUID NOT NULL,
    "cycleId" UUID NOT NULL,
    "groupId" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "onDay" DATE NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "venue" TEXT NOT NULL,
    "room" TEXT NOT NULL DEFAULT '',
    "facilitatorPostId" UUID,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "scheduledAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,
    "cancelledAt" TIMESTAMP(3),
    "cancelledWhy" TEXT,
    "heldAt" TIMESTAMP(3),

    CONSTRAINT "Forum_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ForumBooking" (
    "id" UUID NOT NULL,
    "forumId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ForumBooking_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ForumSession" (
    "id" UUID NOT NULL,
    "forumId" UUID NOT NULL,
    "cycleAuthorityId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "startsAt" TIMESTAMP(3) NOT NULL,
    "endsAt" TIMESTAMP(3) NOT NULL,
    "notesId" UUID NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "ForumSession_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionChallenger" (
    "sessionId" UUID NOT NULL,
    "authorityId" UUID NOT NULL,
    "lead" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SessionChallenger_pkey" PRIMARY KEY ("sessionId","authorityId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" UUID NOT NULL,
    "forumId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "sentAt" TIMESTAMP(3),
    "answer" TEXT,
    "answeredAt" TIMESTAMP(3),
    "attendance" TEXT,
    "removedAt" TIMESTAMP(3),

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SessionNote" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "questionId" UUID,
    "kind" TEXT NOT NULL DEFAULT 'said',
    "text" TEXT NOT NULL,
    "notedAt" TIMESTAMP(3) NOT NULL,
    "savedAt" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "struckAt" TIMESTAMP(3),

    CONSTRAINT "SessionNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupportRequest" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "questionId" UUID,
    "takenBy" TEXT NOT NULL DEFAULT 'group',
    "personId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "struckAt" TIMESTAMP(3),

    CONSTRAINT "SupportRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImmediateAction" (
    "id" UUID NOT NULL,
    "sessionId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "questionId" UUID,
    "owner" TEXT NOT NULL,
    "byOn" DATE,
    "personId" UUID NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "doneAt" TIMESTAMP(3),
    "struckAt" TIMESTAMP(3),

    CONSTRAINT "ImmediateAction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Action" (
    "id" UUID NOT NULL,
    "cycleAuthorityId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "finding" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "impact" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "ownerPostId" UUID,
    "owner" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "carriedFromId" UUID,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "doneAt" TIMESTAMP(3),
    "impactShownAt" TIMESTAMP(3),
    "closedAt" TIMESTAMP(3),
    "stoppedAt" TIMESTAMP(3),
    "stoppedWhy" TEXT,
    "escalatedAt" TIMESTAMP(3),

    CONSTRAINT "Action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionReport" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "rating" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "evidence" TEXT NOT NULL DEFAULT '',
    "asksToClose" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "ActionReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ActionReview" (
    "id" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "rating" TEXT NOT NULL,
    "comment" TEXT NOT NULL,
    "agreesClose" BOOLEAN NOT NULL DEFAULT false,
    "at" TIMESTAMP(3) NOT NULL,
    "personId" UUID NOT NULL,
    "postId" UUID NOT NULL,

    CONSTRAINT "ActionReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "id" BIGSERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "personId" UUID,
    "postId" UUID,
    "regionId" UUID,
    "cycleId" UUID,
    "authorityId" UUID,
    "documentId" UUID,
    "subjectId" UUID,
    "data" JSONB NOT NULL DEFAULT '{}',
    "toldAt" TIMESTAMP(3),

    CONSTRAINT "Event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "personId" UUID,
    "email" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "calendar" TEXT,
    "calendarMethod" TEXT,
    "urgency" TEXT NOT NULL DEFAULT 'now',
    "reason" TEXT NOT NULL DEFAULT '',
    "regionId" UUID,
    "postId" UUID,
    "post" TEXT NOT NULL DEFAULT '',
    "ownSide" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "sendAfter" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "digestId" UUID,
    "droppedAt" TIMESTAMP(3),
    "droppedWhy" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Region_gssCode_key" ON "Region"("gssCode");

-- CreateIndex
CREATE UNIQUE INDEX "Region_slug_key" ON "Region"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Region_name_key" ON "Region"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Authority_dfeCode_key" ON "Authority"("dfeCode");

-- CreateIndex
CREATE UNIQUE INDEX "Authority_gssCode_key" ON "Authority"("gssCode");

-- CreateIndex
CREATE UNIQUE INDEX "Authority_slug_key" ON "Authority"("slug");

-- CreateIndex
CREATE INDEX "Authority_regionId_idx" ON "Authority"("regionId");

-- CreateIndex
CREATE UNIQUE INDEX "Group_regionId_name_key" ON "Group"("regionId", "name");

-- CreateIndex
CREATE INDEX "GroupMember_authorityId_idx" ON "GroupMember"("authorityId");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE INDEX "Post_authorityId_idx" ON "Post"("authorityId");

-- CreateIndex
CREATE INDEX "Post_regionId_office_idx" ON "Post"("regionId", "office");

-- CreateIndex
CREATE INDEX "Appointment_personId_idx" ON "Appointment"("personId");

-- CreateIndex
CREATE INDEX "Appointment_postId_idx" ON "Appointment"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "SignInRequest_tokenHash_key" ON "SignInRequest"("tokenHash");

-- CreateIndex
CREATE INDEX "SignInRequest_email_requestedAt_idx" ON "SignInRequest"("email", "requestedAt");

-- CreateIndex
CREATE INDEX "FormReturn_at_idx" ON "FormReturn"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ProcessTemplate_regionId_key_version_key" ON "ProcessTemplate"("regionId", "key", "version");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentTemplate_regionId_kind_version_key" ON "DocumentTemplate"("regionId", "kind", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Cycle_regionId_name_key" ON "Cycle"("regionId", "name");

-- CreateIndex
CREATE INDEX "CycleAuthority_authorityId_idx" ON "CycleAuthority"("authorityId");

-- CreateIndex
CREATE INDEX "CycleAuthority_leadChallengerAuthorityId_idx" ON "CycleAuthority"("leadChallengerAuthorityId");

-- CreateIndex
CREATE UNIQUE INDEX "CycleAuthority_cycleId_authorityId_key" ON "CycleAuthority"("cycleId", "authorityId");

-- CreateIndex
CREATE INDEX "DateMove_cycleId_idx" ON "DateMove"("cycleId");

-- CreateIndex
CREATE UNIQUE INDEX "StepCompletion_cycleId_stepKey_scope_key" ON "StepCompletion"("cycleId", "stepKey", "scope");

-- CreateIndex
CREATE UNIQUE INDEX "StepWaiver_cycleId_stepKey_scope_key" ON "StepWaiver"("cycleId", "stepKey", "scope");

-- CreateIndex
CREATE INDEX "Document_authorityId_kind_idx" ON "Document"("authorityId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "one_document" ON "Document"("cycleId", "kind", "authorityId", "slot");

-- CreateIndex
CREATE UNIQUE INDEX "Section_documentId_key_key" ON "Section"("documentId", "key");

-- CreateIndex
CREATE INDEX "SectionRevision_sectionId_version_idx" ON "SectionRevision"("sectionId", "version");

-- CreateIndex
CREATE INDEX "SectionAssignment_postId_idx" ON "SectionAssignment"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "SectionAssignment_sectionId_postId_key" ON "SectionAssignment"("sectionId", "postId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentVersion_documentId_number_key" ON "DocumentVersion"("documentId", "number");

-- CreateIndex
CREATE INDEX "DocumentAct_documentId_at_idx" ON "DocumentAct"("documentId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "one_signature_for_a_post" ON "Signature"("versionId", "office");

-- CreateIndex
CREATE INDEX "Share_audience_idx" ON "Share"("audience");

-- CreateIndex
CREATE UNIQUE INDEX "Share_documentId_audience_key" ON "Share"("documentId", "audience");

-- CreateIndex
CREATE INDEX "Comment_documentId_idx" ON "Comment"("documentId");

-- CreateIndex
CREATE INDEX "EvidenceFile_documentId_idx" ON "EvidenceFile"("documentId");

-- CreateIndex
CREATE INDEX "Release_documentId_idx" ON "Release"("documentId");

-- CreateIndex
CREATE INDEX "ReleaseOpening_releaseId_idx" ON "ReleaseOpening"("releaseId");

-- CreateIndex
CREATE UNIQUE INDEX "Indicator_regionId_key_key" ON "Indicator"("regionId", "key");

-- CreateIndex
CREATE INDEX "Figure_cycleId_authorityId_idx" ON "Figure"("cycleId", "authorityId");

-- CreateIndex
CREATE UNIQUE INDEX "Figure_cycleId_authorityId_indicatorId_key" ON "Figure"("cycleId", "authorityId", "indicatorId");

-- CreateIndex
CREATE INDEX "OfstedEnquiry_cycleAuthorityId_idx" ON "OfstedEnquiry"("cycleAuthorityId");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionSet_documentId_key" ON "QuestionSet"("documentId");

-- CreateIndex
CREATE INDEX "Question_questionSetId_idx" ON "Question"("questionSetId");

-- CreateIndex
CREATE UNIQUE INDEX "Placement_questionSetId_enabler_assessor_key" ON "Placement"("questionSetId", "enabler", "assessor");

-- CreateIndex
CREATE INDEX "Forum_cycleId_idx" ON "Forum"("cycleId");

-- CreateIndex
CREATE INDEX "Forum_onDay_idx" ON "Forum"("onDay");

-- CreateIndex
CREATE INDEX "ForumBooking_forumId_idx" ON "ForumBooking"("forumId");

-- CreateIndex
CREATE UNIQUE INDEX "ForumSession_cycleAuthorityId_key" ON "ForumSession"("cycleAuthorityId");

-- CreateIndex
CREATE UNIQUE INDEX "ForumSession_notesId_key" ON "ForumSession"("notesId");

-- CreateIndex
CREATE INDEX "ForumSession_forumId_idx" ON "ForumSession"("forumId");

-- CreateIndex
CREATE INDEX "SessionChallenger_authorityId_idx" ON "SessionChallenger"("authorityId");

-- CreateIndex
CREATE INDEX "Invitation_postId_idx" ON "Invitation"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_forumId_postId_key" ON "Invitation"("forumId", "postId");

-- CreateIndex
CREATE INDEX "SessionNote_sessionId_idx" ON "SessionNote"("sessionId");

-- CreateIndex
CREATE INDEX "SupportRequest_sessionId_idx" ON "SupportRequest"("sessionId");

-- CreateIndex
CREATE INDEX "ImmediateAction_sessionId_idx" ON "ImmediateAction"("sessionId");

-- CreateIndex
CREATE INDEX "Action_cycleAuthorityId_idx" ON "Action"("cycleAuthorityId");

-- CreateIndex
CREATE INDEX "Action_documentId_idx" ON "Action"("documentId");

-- CreateIndex
CREATE INDEX "ActionReport_actionId_at_idx" ON "ActionReport"("actionId", "at");

-- CreateIndex
CREATE INDEX "ActionReview_actionId_at_idx" ON "ActionReview"("actionId", "at");

-- CreateIndex
CREATE INDEX "Event_documentId_id_idx" ON "Event"("documentId", "id");

-- CreateIndex
CREATE INDEX "Event_cycleId_id_idx" ON "Event"("cycleId", "id");

-- CreateIndex
CREATE INDEX "Event_personId_id_idx" ON "Event"("personId", "id");

-- CreateIndex
CREATE INDEX "Event_authorityId_id_idx" ON "Event"("authorityId", "id");

-- CreateIndex
CREATE INDEX "Event_toldAt_idx" ON "Event"("toldAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE INDEX "OutboxMessage_sentAt_sendAfter_idx" ON "OutboxMessage"("sentAt", "sendAfter");

-- CreateIndex
CREATE INDEX "OutboxMessage_personId_createdAt_idx" ON "OutboxMessage"("personId", "createdAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_regionId_createdAt_idx" ON "OutboxMessage"("regionId", "createdAt");

-- CreateIndex
CREATE INDEX "OutboxMessage_reason_idx" ON "OutboxMessage"("reason");

-- AddForeignKey
ALTER TABLE "Authority" ADD CONSTRAINT "Authority_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Group" ADD CONSTRAINT "Group_leadAuthorityId_fkey" FOREIGN KEY ("leadAuthorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GroupMember" ADD CONSTRAINT "GroupMember_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Post" ADD CONSTRAINT "Post_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appointment" ADD CONSTRAINT "Appointment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcessTemplate" ADD CONSTRAINT "ProcessTemplate_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentTemplate" ADD CONSTRAINT "DocumentTemplate_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Cycle" ADD CONSTRAINT "Cycle_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "ProcessTemplate"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleAuthority" ADD CONSTRAINT "CycleAuthority_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleAuthority" ADD CONSTRAINT "CycleAuthority_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleAuthority" ADD CONSTRAINT "CycleAuthority_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CycleAuthority" ADD CONSTRAINT "CycleAuthority_leadChallengerAuthorityId_fkey" FOREIGN KEY ("leadChallengerAuthorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DateMove" ADD CONSTRAINT "DateMove_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepCompletion" ADD CONSTRAINT "StepCompletion_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StepWaiver" ADD CONSTRAINT "StepWaiver_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Document" ADD CONSTRAINT "Document_templateId_fkey" FOREIGN KEY ("templateId") REFERENCES "DocumentTemplate"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Section" ADD CONSTRAINT "Section_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionRevision" ADD CONSTRAINT "SectionRevision_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SectionAssignment" ADD CONSTRAINT "SectionAssignment_sectionId_fkey" FOREIGN KEY ("sectionId") REFERENCES "Section"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentVersion" ADD CONSTRAINT "DocumentVersion_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAct" ADD CONSTRAINT "DocumentAct_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentAct" ADD CONSTRAINT "DocumentAct_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "DocumentVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "DocumentVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Share" ADD CONSTRAINT "Share_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "DocumentVersion"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceBytes" ADD CONSTRAINT "EvidenceBytes_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "EvidenceFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "DocumentVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReleaseOpening" ADD CONSTRAINT "ReleaseOpening_releaseId_fkey" FOREIGN KEY ("releaseId") REFERENCES "Release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Indicator" ADD CONSTRAINT "Indicator_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Figure" ADD CONSTRAINT "Figure_indicatorId_fkey" FOREIGN KEY ("indicatorId") REFERENCES "Indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OfstedEnquiry" ADD CONSTRAINT "OfstedEnquiry_cycleAuthorityId_fkey" FOREIGN KEY ("cycleAuthorityId") REFERENCES "CycleAuthority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionSet" ADD CONSTRAINT "QuestionSet_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_questionSetId_fkey" FOREIGN KEY ("questionSetId") REFERENCES "QuestionSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "OfstedEnquiry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_questionSetId_fkey" FOREIGN KEY ("questionSetId") REFERENCES "QuestionSet"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forum" ADD CONSTRAINT "Forum_cycleId_fkey" FOREIGN KEY ("cycleId") REFERENCES "Cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Forum" ADD CONSTRAINT "Forum_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "Group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForumBooking" ADD CONSTRAINT "ForumBooking_forumId_fkey" FOREIGN KEY ("forumId") REFERENCES "Forum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForumSession" ADD CONSTRAINT "ForumSession_forumId_fkey" FOREIGN KEY ("forumId") REFERENCES "Forum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForumSession" ADD CONSTRAINT "ForumSession_cycleAuthorityId_fkey" FOREIGN KEY ("cycleAuthorityId") REFERENCES "CycleAuthority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ForumSession" ADD CONSTRAINT "ForumSession_notesId_fkey" FOREIGN KEY ("notesId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionChallenger" ADD CONSTRAINT "SessionChallenger_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ForumSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionChallenger" ADD CONSTRAINT "SessionChallenger_authorityId_fkey" FOREIGN KEY ("authorityId") REFERENCES "Authority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_forumId_fkey" FOREIGN KEY ("forumId") REFERENCES "Forum"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionNote" ADD CONSTRAINT "SessionNote_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ForumSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SessionNote" ADD CONSTRAINT "SessionNote_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportRequest" ADD CONSTRAINT "SupportRequest_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ForumSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupportRequest" ADD CONSTRAINT "SupportRequest_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImmediateAction" ADD CONSTRAINT "ImmediateAction_sessionId_fkey" FOREIGN KEY ("sessionId") REFERENCES "ForumSession"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImmediateAction" ADD CONSTRAINT "ImmediateAction_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_cycleAuthorityId_fkey" FOREIGN KEY ("cycleAuthorityId") REFERENCES "CycleAuthority"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Action" ADD CONSTRAINT "Action_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReport" ADD CONSTRAINT "ActionReport_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ActionReview" ADD CONSTRAINT "ActionReview_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Event" ADD CONSTRAINT "Event_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE SET NULL ON UPDATE CASCADE;
