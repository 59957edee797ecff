"""GR6xx, layout (版面) of a DOCX, by GB/T 9704."""
