/**
 * What a notebook instance does whenever it starts: it has itself looked at every five minutes, and stopped when nobody
 * has run anything for a while. It needs nothing from the internet, which it cannot reach: Python and the AWS CLI are on
 * the instance, Jupyter is asked on the instance, and SageMaker through its interface endpoint.
 *
 * SageMaker runs it as root, waits for it five minutes at most, and does not start the notebook when it fails (Developer
 * Guide, "Customization of a SageMaker notebook instance using an LCC script").
 *
 * @param idleMinutes minutes without a running cell or terminal
 */
export function idleStopScript(idleMinutes: number): string {
  return `#!/bin/bash
# Stops this notebook instance when nothing has run on it for ${idleMinutes} minutes.
set -euo pipefail

# What looks. It belongs to root, so that who works in the notebook cannot change it.
cat >/usr/local/lib/stop-when-idle.py <<'PYTHON'
import json, os, shutil, ssl, subprocess, sys, time
from datetime import datetime, timezone
from urllib.error import HTTPError
from urllib.request import urlopen

idle_seconds = int(sys.argv[1]) * 60
# The time of this file is when something ran last. It is gone when the instance stops.
seen = "/run/stop-when-idle/seen"

def jupyter(path):
    # Jupyter's certificate is signed by itself; the connection does not leave the instance.
    context = ssl._create_unverified_context()
    try:
        with urlopen(f"https://localhost:8443/api/{path}", context=context, timeout=30) as answer:
            return json.load(answer)
    except HTTPError as error:
        if error.code == 404:  # terminals are switched off
            return []
        raise

def seconds(text):
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=timezone.utc).timestamp()

# When Jupyter does not answer, this ends with an error and stops nothing.
now = time.time()
times = [now if kernel["execution_state"] == "busy" else seconds(kernel["last_activity"]) for kernel in jupyter("kernels")]
times += [seconds(terminal["last_activity"]) for terminal in jupyter("terminals")]
times.append(os.stat(seen).st_mtime if os.path.exists(seen) else now)
last = max(times)
open(seen, "a").close()
os.utime(seen, (last, last))
if now - last < idle_seconds:
    sys.exit()

# Whose name this is, and where: SageMaker writes it to this file (Developer Guide, "Get Notebook Instance Metadata").
with open("/opt/ml/metadata/resource-metadata.json") as file:
    metadata = json.load(file)
places = ["/usr/local/bin", "/usr/bin", "/home/ec2-user/anaconda3/envs/JupyterSystemEnv/bin", "/home/ec2-user/anaconda3/bin"]
aws = shutil.which("aws", path=os.pathsep.join(places))
print(f"nothing has run for {int(now - last) // 60} minutes: stopping", flush=True)
subprocess.run([aws, "sagemaker", "stop-notebook-instance", "--notebook-instance-name", metadata["ResourceName"],
                "--region", metadata["ResourceArn"].split(":")[3]], check=True)
PYTHON

# When it looks: as the user of the notebook and not as root, for what it calls may be in that user's hands. A timer of
# systemd's, because Amazon Linux 2023 has no cron.
install --directory --owner=ec2-user /run/stop-when-idle
systemd-run --unit=stop-when-idle --uid=ec2-user --on-active=5min --on-unit-active=5min \\
  /usr/bin/python3 /usr/local/lib/stop-when-idle.py ${idleMinutes}
`;
}
