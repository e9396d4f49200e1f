from parallel import *

me = coreid()

# Work out the row and the column of this core.
row = 0
column = 0

print "Core " + str(me) + " is in row " + str(row) + ", column " + str(column)
