s = "abc"
s[0] = "x" # fault: cannot-change
