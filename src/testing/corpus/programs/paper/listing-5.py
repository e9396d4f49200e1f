from parallel import *
from math import pow, sqrt

DATA_SIZE=1000
MAX_ITS=10000
W=1.3 # Overrelaxing factor (between 1 and 2)

def fillInitialConditions(local_data, local_size):
    if coreid()==0: local_data[0]=1.0
    if coreid()==numcores()-1: local_data[local_size+1]=10.0

def computeNorm(local_data, local_size, bnorm=None):
    tmpnorm=0.0
    i=1
    while i<=local_size:
        tmpnorm=tmpnorm+pow((local_data[i]*2-local_data[i-1]-local_data[i+1]), 2)
        i+=1
    tmpnorm=reduce(tmpnorm, "sum")
    if bnorm is None:
        return sqrt(tmpnorm)
    else:
        return sqrt(tmpnorm)/bnorm

# Work out the amount of local data
local_size=DATA_SIZE/numcores()
if local_size * numcores() != DATA_SIZE:
    if (coreid() < DATA_SIZE-local_size*numcores()): local_size=local_size+1

data=[0]*(local_size+2)

# Set the initial conditions
fillInitialConditions(data, local_size)

# Compute the initial absolute residual
bnorm=computeNorm(data, local_size)
norm=1.0
its=0
while norm >= 1e-3 and its < MAX_ITS:
    # Halo swap
    if (coreid() > 0): data[0]=sendrecv(data[1], coreid()-1)
    if (coreid() < numcores()-1): data[local_size+1]=sendrecv(data[local_size], coreid()+1)

    # Calculate current residual
    norm=computeNorm(data, local_size, bnorm)

    i=1
    while i<=local_size:
        data[i]=((1-W) * data[i]) + 0.5 * W * (data[i-1]+data[i+1])
        i+=1
    its+=1

if coreid()==0: print "Completed in "+str(its)+" iterations, RNorm="+str(norm)
