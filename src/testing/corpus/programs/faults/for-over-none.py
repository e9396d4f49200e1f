for x in None: # fault: not-iterable
    pass
