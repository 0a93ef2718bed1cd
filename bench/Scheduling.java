import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.mpxj.Duration;
import org.mpxj.ProjectCalendar;
import org.mpxj.ProjectFile;
import org.mpxj.Relation;
import org.mpxj.RelationType;
import org.mpxj.Task;
import org.mpxj.TimeUnit;
import org.mpxj.cpm.MicrosoftScheduler;

/**
 * Times the scheduler of mpxj on a network that is given as lines of words:
 * "A id amount unit" and "L predecessor successor kind amount unit".
 * Prints the median of some rounds in milliseconds, after as many that don't count.
 */
public class Scheduling {
    public static void main(String[] arguments) throws Exception {
        ProjectFile project = read(Path.of(arguments[0]));
        LocalDateTime start = LocalDateTime.parse(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        double[] taken = new double[rounds];
        for (int round = -rounds; round < rounds; round++) {
            long begun = System.nanoTime();
            new MicrosoftScheduler().schedule(project, start);
            if (round >= 0) {
                taken[round] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(taken);
        System.out.println(taken[rounds / 2]);
    }

    private static ProjectFile read(Path path) throws Exception {
        ProjectFile project = new ProjectFile();
        ProjectCalendar calendar = project.addDefaultBaseCalendar();
        project.setDefaultCalendar(calendar);
        Map<String, Task> tasks = new HashMap<>();
        for (String line : Files.readAllLines(path)) {
            String[] words = line.split(" ");
            if (words[0].equals("A")) {
                Task task = project.addTask();
                task.setName(words[1]);
                Duration length = duration(words[2], words[3]);
                task.setDuration(length);
                task.setRemainingDuration(length);
                task.setActualDuration(duration("0", words[3]));
                tasks.put(words[1], task);
            } else {
                tasks.get(words[2]).addPredecessor(new Relation.Builder()
                        .predecessorTask(tasks.get(words[1]))
                        .type(kind(words[3]))
                        .lag(duration(words[4], words[5])));
            }
        }
        return project;
    }

    private static Duration duration(String amount, String unit) {
        TimeUnit units = switch (unit) {
            case "wd" -> TimeUnit.DAYS;
            case "w" -> TimeUnit.ELAPSED_WEEKS;
            case "mo" -> TimeUnit.ELAPSED_MONTHS;
            default -> TimeUnit.ELAPSED_DAYS;
        };
        return Duration.getInstance(Integer.parseInt(amount), units);
    }

    private static RelationType kind(String kind) {
        return switch (kind) {
            case "SS" -> RelationType.START_START;
            case "FF" -> RelationType.FINISH_FINISH;
            case "SF" -> RelationType.START_FINISH;
            default -> RelationType.FINISH_START;
        };
    }
}
