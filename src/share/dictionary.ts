// What most programs have in common, so that a link need not say it again. A link of version 1 can only be read with the
// very same text: it must never change, and another one takes another version.

const text = `{"name":"untitled","files":[["main.py","# dialect: classic\\n"]],"open":"host.py","cores":8,"hosts":4,"seed":0,"core":"host 16","view":"problems"}
from random import randint\\nfrom array import array\\nfrom taskfarm import *\\nimport parallel\\n
 "max") "min") "prod") 'sum') ".join(range(10, 100)) randrange(1000) random() int(input(\\"How many? \\")) float( len( append( abs( 0.5 * 1.0 1e-3
isend( irecv( wait( test( probe( gather( scatter( split( dims( time() memory shared wtime() assert None True False not and or is in lambda pass break continue del global
    else:\\n        return\\n    elif coreid() == 1:\\n        print \\"Got value \\" + str(recv(0)) + \\" from core 0\\"\\n
# Every core # Only core 0 # Work out the amount of local data\\n# Set the initial conditions\\n# Halo swap\\n# Compute the residual\\n
def fill(local_data, local_size):\\n    for i in range(local_size):\\n        local_data[i] = 0.0\\n    return sqrt(total)\\n\\n
me = coreid()\\nn = numcores()\\nlast = numcores() - 1\\nleft = (me + numcores() - 1) % numcores()\\nright = (me + 1) % numcores()\\n
value = bcast(value, 0)\\ntotal = reduce(total, \\"sum\\")\\nbarrier()\\nsync()\\nsend(value, right)\\nvalue = recv(left)\\ndata[0] = sendrecv(data[1], coreid()-1)\\n
if (coreid() > 0): if coreid()<numcores()-1: if ishost():\\n if isdevice():\\n\\ndata=[0]*(local_size+2)\\n\\nwhile i<=local_size:\\n        i+=1\\n    i += 1\\nits+=1\\n
while norm >= 1e-4 and its < 10000:\\n\\nfor i in range(numcores()):\\n    print \\"Core \\" + str(coreid()) + \\" of \\" + str(numcores())\\n
if coreid()==0: print \\"Completed in \\"+str(its)+\\" iterations\\"\\nprint \\"Hello from core \\" + str(coreid()) + \\" of \\" + str(numcores())\\n"]]}
from math import pow, sqrt\\n\\nif coreid() == 0:\\n    {"name":"hello","files":[["hello.py","from parallel import *\\n\\n`;

export const dictionary: Uint8Array = new TextEncoder().encode(text);
