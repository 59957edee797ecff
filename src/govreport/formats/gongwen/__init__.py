"""公文 on paper: how the page of GB/T 9704-2012 looks, as data and sums; what DOCX and OFD have in common."""
