print ord("ab") # fault: argument-type
