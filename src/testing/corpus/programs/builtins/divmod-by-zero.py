print divmod(1, 0) # fault: division-by-zero
