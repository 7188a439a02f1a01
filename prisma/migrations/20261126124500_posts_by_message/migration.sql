-- CreateIndex
CREATE INDEX "posts_surface_message_id_idx" ON "posts"("surface", "message_id");
