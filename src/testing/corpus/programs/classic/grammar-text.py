# dialect: classic
# No escapes are read: a backslash is a character like any other.
print "a\nb", "\\", "\x41"
# expect: a\nb \\ \x41
print "C:\"
# expect: C:\
print 'it is', '\t' + "'", "say 'x'"
# expect: it is \t' say 'x'
print "# no comment", "/* none */", "// none", ""
# expect: # no comment /* none */ // none 
k = 3
print f"{k}\n{k + 1}", r"\n", """one\n"""
# expect: 3\n4 \n one\n
