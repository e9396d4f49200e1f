print 2147483648 # error: int-too-large
