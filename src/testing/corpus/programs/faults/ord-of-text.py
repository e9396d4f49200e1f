print ord("ab") # fault: one-character
