from parallel import *

me = coreid()

# Work out the row and the column of this core.
row = me // 4
column = me % 4

print "Core " + str(me) + " is in row " + str(row) + ", column " + str(column)
