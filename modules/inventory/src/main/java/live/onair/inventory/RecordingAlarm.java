package live.onair.inventory;

import live.onair.scheduling.Interruptions;

/** The kinds of alarm that recordings raise. */
enum RecordingAlarm implements Interruptions.Kind {
    COPY_FAILED;

    @Override
    public Interruptions.AlarmWords words() {
        return new Interruptions.AlarmWords(
                "녹화를 다른 곳에 복제하지 못했습니다",
                "A recording could not be copied elsewhere",
                "복제 역할의 권한과 대상 버킷, KMS 키를 확인하고 S3 Batch Replication으로 다시 복제하세요",
                "Check the role, the bucket and the KMS key of the copy, and copy again by S3 Batch Replication");
    }
}
