print((5).split()) # fault: no-method
