"""GR4xx, years and names (年份与名称): what is left over from last year or from elsewhere."""
