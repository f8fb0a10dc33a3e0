-- CreateTable
CREATE TABLE "WordTemplate" (
    "id" UUID NOT NULL,
    "regionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "uploadedAt" TIMESTAMP(3) NOT NULL,
    "uploadedBy" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "withdrawnAt" TIMESTAMP(3),
    "withdrawnBy" UUID,

    CONSTRAINT "WordTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReturnedForm" (
    "id" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "returnedAt" TIMESTAMP(3) NOT NULL,
    "returnedBy" UUID NOT NULL,
    "postId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "taken" TEXT[],

    CONSTRAINT "ReturnedForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WordTemplate_regionId_kind_version_key" ON "WordTemplate"("regionId", "kind", "version");

-- CreateIndex
CREATE INDEX "ReturnedForm_documentId_returnedAt_idx" ON "ReturnedForm"("documentId", "returnedAt");

-- AddForeignKey
ALTER TABLE "WordTemplate" ADD CONSTRAINT "WordTemplate_regionId_fkey" FOREIGN KEY ("regionId") REFERENCES "Region"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReturnedForm" ADD CONSTRAINT "ReturnedForm_documentId_fkey" FOREIGN KEY ("documentId") REFERENCES "Document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;