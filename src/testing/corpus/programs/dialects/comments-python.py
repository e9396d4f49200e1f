x = 1 /* one */  # error: c-comment
